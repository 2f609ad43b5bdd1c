using System.Net;
using Truceline.Ingest.Sources;
using Truceline.Ingest.Sources.Fetching;

namespace Truceline.Ingest.UnitTests.Sources;

public class AddressRulesTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void Allows_APublicAddress(string address) => Assert.True(Rules().Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.9")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:808:808::")]
    [InlineData("3fff::1")]
    [InlineData("4000::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("fd00:ec2::254")]
    public void Allows_AnAddressThatIsNotPublic_IsRefused(string address) => Assert.False(Rules().Allows(IPAddress.Parse(address)));

    [Fact]
    public void Allows_AnAddressOfTheOperatorsNetworks_IsLetThrough()
    {
        var rules = Rules("10.20.0.0/16, fd12::/16");

        Assert.True(rules.Allows(IPAddress.Parse("10.20.3.4")));
        Assert.True(rules.Allows(IPAddress.Parse("::ffff:10.20.3.4")));
        Assert.True(rules.Allows(IPAddress.Parse("fd12::1")));
        Assert.False(rules.Allows(IPAddress.Parse("10.21.0.1")));
        Assert.False(rules.Allows(IPAddress.Parse("127.0.0.1")));
    }

    [Fact]
    public void Allows_ATranslationThatTheOperatorLetsThrough_LeadsToPublicAddressesOnly()
    {
        var rules = Rules("64:ff9b::/96");

        Assert.True(rules.Allows(IPAddress.Parse("64:ff9b::808:808")));
        Assert.False(rules.Allows(IPAddress.Parse("64:ff9b::a00:1")));
    }

    [Theory]
    [InlineData("https://example.org/feed", "")]
    [InlineData("http://example.org:8080/feed", "")]
    [InlineData("http://93.184.216.34/feed", "")]
    [InlineData("ftp://example.org/feed", FetchReasons.UrlRefused)]
    [InlineData("file:///etc/passwd", FetchReasons.UrlRefused)]
    [InlineData("gopher://example.org/", FetchReasons.UrlRefused)]
    [InlineData("https://user@example.org/feed", FetchReasons.UrlRefused)]
    [InlineData("http://example.org:22/", FetchReasons.PortRefused)]
    [InlineData("http://127.0.0.1/feed", FetchReasons.AddressRefused)]
    [InlineData("http://2130706433/feed", FetchReasons.AddressRefused)]
    [InlineData("http://0x7f.1/feed", FetchReasons.AddressRefused)]
    [InlineData("http://[::1]/feed", FetchReasons.AddressRefused)]
    [InlineData("http://[::ffff:169.254.169.254]/latest", FetchReasons.AddressRefused)]
    public void Refusal_OfAnAddress_SaysWhyItMayNotBeAsked(string address, string reason) => Assert.Equal(reason, Rules().Refusal(new Uri(address)));

    [Theory]
    [InlineData("10.0.0.0/33", "80")]
    [InlineData("somewhere", "80")]
    [InlineData("", "0")]
    [InlineData("", "65536")]
    [InlineData("", "http")]
    public void AreReadable_ListsThatAreNot_IsFalse(string networks, string ports) =>
        Assert.False(AddressRules.AreReadable(new SourcesOptions { AllowedNetworks = networks, AllowedPorts = ports }));

    private static AddressRules Rules(string networks = "") => new(networks, new SourcesOptions().AllowedPorts);
}

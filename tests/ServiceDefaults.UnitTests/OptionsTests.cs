using System.ComponentModel.DataAnnotations;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Calls;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Hosting;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.UnitTests;

public class OptionsTests
{
    [Fact]
    public void Defaults_OfPortsAndStorage_AreAsDocumented()
    {
        var ports = new PortsOptions();
        var storage = new StorageOptions();

        Assert.Equal(("any", 8081, 8082), (ports.Address, ports.Grpc, ports.Http));
        Assert.Equal((24, 168), (storage.OutboxRetentionHours, storage.InboxRetentionHours));
        Assert.Equal(("pubsub", 5, 1), (new DaprOptions().PubSubName, new DaprOptions().PublishTimeoutSeconds, new DaprOptions().OutboxInFlight));
    }

    [Fact]
    public void Defaults_OfCallsAndCache_AreAsDocumented()
    {
        var calls = new ServiceCallOptions();
        var cache = new CacheOptions();

        Assert.Equal((10, 5, 5, 4), (calls.DeadlineSeconds, calls.DnsRefreshSeconds, calls.ConnectTimeoutSeconds, calls.Attempts));
        Assert.Equal(("", 100, 2.0), (cache.Redis, cache.PatienceMilliseconds, cache.PauseSeconds));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("127.0.0.1:6379", true)]
    [InlineData("a:1,b:2,ssl=true", true)]
    [InlineData("a:1,colour=red", false)]
    [InlineData(",", false)]
    public void CacheRedis_AConfigurationString_IsChecked(string redis, bool valid) =>
        Assert.Equal(valid, IsValid(new CacheOptions { Redis = redis }));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(65535, true)]
    [InlineData(65536, false)]
    public void Ports_AtTheEdgesOfTheRange_AreChecked(int port, bool valid) =>
        Assert.Equal(valid, IsValid(new PortsOptions { Grpc = port, Http = 9000 }));

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(8761, false)]
    public void InboxRetention_AtTheEdgesOfTheRange_IsChecked(int hours, bool valid) =>
        Assert.Equal(valid, IsValid(new StorageOptions { Path = "x", InboxRetentionHours = hours }));

    private static bool IsValid(object options) => Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true);
}

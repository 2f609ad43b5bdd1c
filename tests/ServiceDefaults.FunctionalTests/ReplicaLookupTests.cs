using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Truceline.ServiceDefaults.Calls;

namespace Truceline.ServiceDefaults.FunctionalTests;

public class ReplicaLookupTests
{
    private static readonly Uri Service = new("http://truceline-geozone:8081");
    private Func<Task<IPAddress[]>> _dns = () => Task.FromResult<IPAddress[]>([]);
    private readonly ReplicaLookup _lookup;

    public ReplicaLookupTests() => _lookup = new(NullLogger<ReplicaLookup>.Instance, (_, _) => _dns());

    [Fact]
    public async Task Find_AHostName_IsEveryAddressOnce()
    {
        Knows("10.0.0.2", "10.0.0.1", "10.0.0.2", "fd00::1");

        Assert.Equal(["http://10.0.0.1:8081/", "http://10.0.0.2:8081/", "http://[fd00::1]:8081/"], await FindAsync(Service));
    }

    [Fact]
    public async Task Find_WhenDnsFails_KeepsTheLastAddresses()
    {
        Knows("10.0.0.1");
        await FindAsync(Service);
        _dns = () => throw new SocketException((int)SocketError.HostNotFound);

        Assert.Equal(["http://10.0.0.1:8081/"], await FindAsync(Service));
    }

    [Fact]
    public async Task Find_WhenDnsHangs_KeepsTheLastAddresses()
    {
        Knows("10.0.0.1");
        await FindAsync(Service);
        _dns = () => new TaskCompletionSource<IPAddress[]>().Task;
        var time = new FakeTimeProvider();

        var found = _lookup.FindAsync(Service, TimeSpan.FromSeconds(3), time, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(["http://10.0.0.1:8081/"], (await found).Select(a => a.ToString()));
    }

    [Fact]
    public async Task Find_ANameThatWasNeverKnown_IsNone() => Assert.Empty(await FindAsync(Service));

    [Fact]
    public async Task Find_AnAddress_IsItself()
    {
        _dns = () => throw new InvalidOperationException("DNS was asked for an address.");

        Assert.Equal(["http://127.0.0.1:1/"], await FindAsync(new Uri("http://127.0.0.1:1")));
    }

    private void Knows(params string[] addresses) => _dns = () => Task.FromResult<IPAddress[]>([.. addresses.Select(IPAddress.Parse)]);

    private async Task<IEnumerable<string>> FindAsync(Uri address) =>
        (await _lookup.FindAsync(address, TimeSpan.FromSeconds(3), TimeProvider.System, CancellationToken.None)).Select(a => a.ToString());
}

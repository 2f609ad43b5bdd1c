using System.ComponentModel.DataAnnotations;
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
        Assert.Equal(("pubsub", 5), (new DaprOptions().PubSubName, new DaprOptions().PublishTimeoutSeconds));
    }

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

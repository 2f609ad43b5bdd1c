using System.ComponentModel.DataAnnotations;

namespace Truceline.Notification.UnitTests;

public class NotificationOptionsTests
{
    [Fact]
    public void Defaults_AreValidAndCautious()
    {
        var options = new NotificationOptions();

        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        Assert.False(options.AllowPrivateAddresses);
        Assert.Equal((10, 10, 90), (options.AttemptTimeoutSeconds, options.HeartbeatSeconds, options.RetentionDays));
    }

    [Fact]
    public void HeartbeatSeconds_LongerThanPromised_IsInvalid()
    {
        var options = new NotificationOptions { HeartbeatSeconds = 16 };

        Assert.Throws<ValidationException>(() => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true));
    }
}

using Truceline.Notification.Deliveries;
using Truceline.Notification.V1;

namespace Truceline.Notification.UnitTests.Deliveries;

public class DeliveryIdTests
{
    [Fact]
    public void Of_SamePair_IsTheSameAndOfAnotherPairIsNot()
    {
        Assert.Equal(DeliveryId.Of("alert", "subscription"), DeliveryId.Of("alert", "subscription"));
        Assert.NotEqual(DeliveryId.Of("alert", "subscription"), DeliveryId.Of("subscription", "alert"));
    }

    [Fact]
    public void ToString_PendingDelivery_DoesNotShowTheSecret()
    {
        var delivery = new PendingDelivery("id", "subscription", new Alert(), "https://receiver.example/token", "whsec_secret", 0, null, null);

        Assert.DoesNotContain("whsec_", delivery.ToString(), StringComparison.Ordinal);
        Assert.Contains("id", delivery.ToString(), StringComparison.Ordinal);
    }
}

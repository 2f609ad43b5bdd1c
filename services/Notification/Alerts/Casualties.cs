using Truceline.Type.V1;

namespace Truceline.Notification.Alerts;

/// <summary>What figures tell of lives. Pure.</summary>
internal static class Casualties
{
    /// <summary>Whether somebody was killed. Running totals and background figures do not count: they belong to no one event.</summary>
    internal static bool Killed(IEnumerable<Quantity> quantities) =>
        quantities.Any(q => q.Kind == QuantityKind.Fatalities && !q.Background && (q.HasLow ? q.Low : q.High) > 0);
}

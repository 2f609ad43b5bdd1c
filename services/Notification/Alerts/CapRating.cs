using Truceline.Notification.V1;

namespace Truceline.Notification.Alerts;

/// <summary>The three ratings of CAP 1.2 (OASIS Common Alerting Protocol, section 3.2.2).</summary>
/// <param name="Urgency">Time in which to act.</param>
/// <param name="Severity">Threat to life or property.</param>
/// <param name="Certainty">Confidence.</param>
internal readonly record struct CapRating(Urgency Urgency, Severity Severity, Certainty Certainty);

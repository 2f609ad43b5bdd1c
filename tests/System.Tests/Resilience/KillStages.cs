namespace Truceline.SystemTests.Resilience;

/// <summary>The stages of a report's way at which a service may die; see <see cref="Testing.Faults.KillSwitch"/>.</summary>
internal static class KillStages
{
    /// <summary>By service, in the order of the work. The gateway has fewer.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> Of = new Dictionary<string, string[]>
    {
        ["gateway"] = ["request:/v1/reports", "answered:/v1/reports"],
        ["ingest"] =
        [
            "saving:ReportRow", "committed:ReportRow", "start:publish report.accepted", "stop:publish report.accepted",
        ],
        ["entity"] =
        [
            "start:process report.accepted", "saving:InboxMessage", "committed:InboxMessage", "start:publish claims.extracted",
            "stop:publish claims.extracted",
        ],
        ["geozone"] =
        [
            "start:process claims.extracted", "saving:InboxMessage", "committed:InboxMessage", "start:publish incident.opened",
            "stop:publish incident.opened", "start:publish obligation.changed", "stop:publish obligation.changed",
        ],
        ["notification"] =
        [
            "start:process incident.opened", "saving:AlertRow", "committed:AlertRow", "start:deliver webhook", "stop:deliver webhook",
            "start:process claims.extracted", "start:process obligation.changed",
        ],
    };

    /// <summary>Reports that it takes to die at each.</summary>
    internal static int Rounds { get; } = Of.Values.Max(stages => stages.Length);
}

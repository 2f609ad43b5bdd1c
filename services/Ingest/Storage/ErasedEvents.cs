using Google.Protobuf;
using Truceline.Events.V1;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>Puts what is left of reports into the events that carry them. Pure.</summary>
internal static class ErasedEvents
{
    /// <summary>Replaces a report that an event carries.</summary>
    /// <param name="message">The event; it is changed.</param>
    /// <param name="reports">What is left of each report, by its id.</param>
    internal static void Replace(IMessage message, IReadOnlyDictionary<string, Report> reports)
    {
        switch (message)
        {
            case ReportAccepted { Report: not null } accepted when reports.TryGetValue(accepted.Report.Id, out var left):
                accepted.Report = left;
                break;
            case ReportRevised { Report: not null } revised when reports.TryGetValue(revised.Report.Id, out var left):
                revised.Report = left;
                break;
        }
    }
}

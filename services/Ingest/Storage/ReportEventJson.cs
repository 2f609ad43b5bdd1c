using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>
/// The JSON of <c>ReportAccepted</c> and <c>ReportRevised</c>, each of which holds a report and nothing else. The protos' formatter writes a text character by character,
/// which costs more than all else about an event; here the text is put in whole.
/// </summary>
internal static class ReportEventJson
{
    private const string Start = "{ \"report\": ";

    /// <summary>The event's JSON. The report has an id.</summary>
    internal static string Of(Report report)
    {
        var rest = report.Clone();
        rest.Text = "";
        var text = JsonEncodedText.Encode(report.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        // It begins with a brace and a field.
        return $"{Start}{{ \"text\": \"{text}\",{JsonFormatter.Default.Format(rest).AsSpan(1)} }}";
    }
}

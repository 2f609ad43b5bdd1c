using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Forms;

/// <summary>How sure an observer is, in the words of the form.</summary>
internal static class FormConfidence
{
    /// <summary>The words.</summary>
    internal const string Words = "witnessed, inferred, reported, doubtful";

    /// <summary>What a word means; unspecified when it is none of <see cref="Words"/>.</summary>
    internal static ObserverConfidence Read(string word) => word.Trim().ToLowerInvariant() switch
    {
        "witnessed" => ObserverConfidence.Witnessed,
        "inferred" => ObserverConfidence.Inferred,
        "reported" => ObserverConfidence.Reported,
        "doubtful" => ObserverConfidence.Doubtful,
        _ => ObserverConfidence.Unspecified,
    };
}

using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories;

/// <summary>Which agency a report names.</summary>
internal static class Agencies
{
    /// <summary>The agency as an origin: its name in lower case; empty when the report names none.</summary>
    internal static string KeyOf(Origin? origin) => origin switch
    {
        null or { Agency: "" } => "",
        { Key.Length: > 0 } => origin.Key,
        _ => origin.Agency.ToLowerInvariant(),
    };
}

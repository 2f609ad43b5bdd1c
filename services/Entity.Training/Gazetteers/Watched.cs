using System.Collections.Frozen;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>States where a ceasefire or demilitarised zone is or was watched: their places are kept with all their names.</summary>
internal static class Watched
{
    private static readonly FrozenSet<string> Codes = (
        "SY YE UA AZ AM GE MD CY IL PS LB JO IQ IR AF PK LK NP MM TL KR KP SD SS ET ER DJ SO LY ML BF NE TD NG CF CD CG RW BI UG MZ AO LR SL CI "
        + "GN GW EH CO SV GT NI BA RS XK HR MK TJ KG KE CM TH KH HT TR PH RU IN").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a state is among them.</summary>
    /// <param name="iso">ISO 3166-1 alpha-2 code.</param>
    public static bool Has(string iso) => Codes.Contains(iso);
}

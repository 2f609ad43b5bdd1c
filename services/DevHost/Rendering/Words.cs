using System.Globalization;
using System.Text;
using Truceline.Type.V1;

namespace Truceline.DevHost.Rendering;

/// <summary>Values of the API in words. Pure.</summary>
internal static class Words
{
    /// <summary>An enum's value without its prefix, in lower-case words: "not yet due", "withdraw forces". Empty for UNSPECIFIED.</summary>
    internal static string Of<T>(T value)
        where T : struct, System.Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? "" : Spaced(value.ToString());

    /// <summary>A class such as "withdraw_forces" in words; "assault_*" is "assault of any kind".</summary>
    internal static string OfClass(string name) =>
        (name.EndsWith("_*", StringComparison.Ordinal) ? name[..^2] + " of any kind" : name).Replace('_', ' ');

    /// <summary>The name of an enum's value as the JSON for tools has it, e.g. "ArmedGroup".</summary>
    internal static string Name<T>(T value)
        where T : struct, System.Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? "" : value.ToString();

    /// <summary>A date or a period, e.g. "2018-09-17" or "2018-08-17 to 2018-09-17"; empty for none.</summary>
    internal static string Of(DateExtent? date) => date?.Value.Replace("/", " to ", StringComparison.Ordinal) ?? "";

    /// <summary>Metres, as kilometres from one on.</summary>
    internal static string Distance(double metres) => Math.Abs(metres) >= 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:0.#} km")
        : string.Create(CultureInfo.InvariantCulture, $"{metres:0} m");

    /// <summary>A verdict's three answers, with what is said of attribution.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="parties">Names of the parties, by id.</param>
    internal static string Of(Verdict? verdict, IReadOnlyDictionary<string, string> parties) => verdict is null
        ? ""
        : string.Join("; ", new[] { Of(verdict.Compliance), Of(verdict.Verification), Of(verdict.Attribution, parties) }.Where(w => w.Length > 0));

    /// <summary>Names of parties, where they are known, else their ids.</summary>
    internal static string Names(IEnumerable<string> ids, IReadOnlyDictionary<string, string> parties) =>
        string.Join(", ", ids.Select(id => parties.TryGetValue(id, out var name) ? name : id));

    private static string Of(Attribution? attribution, IReadOnlyDictionary<string, string> parties) => attribution?.Kind switch
    {
        AttributionKind.Party => "by " + Names(attribution.PartyIds, parties),
        AttributionKind.Disputed => "attribution disputed: " + Names(attribution.PartyIds, parties),
        AttributionKind.NotAttributable => "not attributable",
        _ => "",
    };

    private static string Spaced(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}

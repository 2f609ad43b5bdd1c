using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims;

/// <summary>Reads a file of texts with their claims: blocks parted by empty lines, each a head, the text and a line for every claim.</summary>
internal static class ClaimFile
{
    /// <summary>Phenomena, each with the name that the challenge set judges it by.</summary>
    private static readonly Dictionary<string, string> Phenomena = new(StringComparer.Ordinal)
    {
        ["mode_asserted"] = "mode_asserted",
        ["mode_negated"] = "mode_negated",
        ["mode_hypothetical"] = "mode_hypothetical",
        ["mode_conditional"] = "mode_conditional",
        ["mode_planned"] = "mode_planned",
        ["mode_threatened"] = "mode_threatened",
        ["mode_promised"] = "mode_promised",
        ["mode_historical"] = "mode_historical",
        ["attribution"] = "attribution",
        ["background"] = "background",
        ["triple"] = "promise_denial_deed",
    };

    private static readonly Dictionary<ClaimKind, ExpectedMode[]> Modes = new()
    {
        [ClaimKind.Event] = [ExpectedMode.Asserted, ExpectedMode.Historical],
        [ClaimKind.Denial] = [ExpectedMode.Negated],
        [ClaimKind.Commitment] = [ExpectedMode.Promised, ExpectedMode.Conditional],
        [ClaimKind.Statement] = [.. Enum.GetValues<ExpectedMode>().Where(m => m != ExpectedMode.Promised)],
    };

    /// <summary>The texts of a file. A class that is left open ("-") and fields that are not given are null and not judged.</summary>
    /// <param name="name">Name of the file, for ids and messages.</param>
    /// <param name="content">Its lines.</param>
    /// <exception cref="FormatException">A line is not as it must be; the message names file, line and reason.</exception>
    public static IEnumerable<ChallengeItem> Read(string name, string content)
    {
        var (block, number) = (new List<(int Line, string Text)>(), 0);
        var at = 0;
        foreach (var line in content.Split('\n').Append(string.Empty))
        {
            at++;
            if (line.StartsWith('#'))
                continue;
            if (!string.IsNullOrWhiteSpace(line))
                block.Add((at, line));
            else if (block.Count > 0)
            {
                yield return Item(name, ++number, block);
                block = [];
            }
        }
    }

    private static ChallengeItem Item(string name, int number, List<(int Line, string Text)> block)
    {
        var (headLine, head) = block[0];
        var parts = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Check(parts.Length == 3 && parts[0] == "@", headLine, "a text begins with '@', day and phenomenon");
        Check(DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published), headLine, $"'{parts[1]}' is no day");
        Check(Phenomena.TryGetValue(parts[2], out var phenomenon), headLine, $"phenomenon '{parts[2]}' is unknown");
        Check(block.Count > 2, headLine, "a text has a line of its own and at least one claim");
        var text = block[1].Text;
        Check(!text.Any(char.IsSurrogate), block[1].Line, "the text keeps to the basic plane");
        return new ChallengeItem($"{name}:{number}", phenomenon!, text, published, [.. block.Skip(2).Select(l => Claim(text, l.Text, reason => Error(l.Line, reason)))]);

        void Check(bool right, int line, string reason)
        {
            if (!right)
                throw Error(line, reason);
        }

        FormatException Error(int line, string reason) => new($"{name}:{line}: {reason}");
    }

    private static ExpectedClaim Claim(string text, string line, Func<string, FormatException> error)
    {
        var parts = line.Split(" | ", StringSplitOptions.TrimEntries);
        var head = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (head.Length is not (3 or 4) || parts.Length < 2)
            throw error("a claim is kind, mode, class and, behind a stroke, its span");
        if (!Enum.TryParse<ClaimKind>(head[0], out var kind) || !Enum.TryParse<ExpectedMode>(head[1], ignoreCase: true, out var mode) || !Modes[kind].Contains(mode))
            throw error($"'{head[0]} {head[1]}' is no kind with a mode of it");
        var claim = new ExpectedClaim(kind, mode, SpanOf(text, parts[1], head.Length == 4 ? head[3] : null, error), head[2] == "-" ? null : head[2]);
        return parts.Skip(2).Aggregate(claim, (c, field) => With(c, field, text, error));
    }

    private static int[] SpanOf(string text, string words, string? occurrence, Func<string, FormatException> error)
    {
        var wanted = occurrence is null ? 1 : occurrence.StartsWith('#') && int.TryParse(occurrence.AsSpan(1), CultureInfo.InvariantCulture, out var n) && n > 0
            ? n : throw error($"'{occurrence}' does not tell which occurrence is meant");
        var start = -1;
        for (var i = 0; i < wanted; i++)
        {
            start = text.IndexOf(words, start + 1, StringComparison.Ordinal);
            if (start < 0 || words.Length == 0)
                throw error($"the span does not stand in the text {wanted} times: {words}");
        }
        return [start, start + words.Length];
    }

    private static ExpectedClaim With(ExpectedClaim claim, string field, string text, Func<string, FormatException> error)
    {
        var cut = field.IndexOf('=', StringComparison.Ordinal);
        var value = cut < 0 ? string.Empty : field[(cut + 1)..].Trim();
        string[] names = cut < 0 || field.StartsWith("fatalities", StringComparison.Ordinal) ? [] : value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(names, n => !text.Contains(n, StringComparison.OrdinalIgnoreCase)) is { } stranger)
            throw error($"'{stranger}' does not stand in the text");
        return (cut < 0 ? field : field[..cut]) switch
        {
            "background" when cut < 0 => claim with { Background = true },
            "repeated" when cut < 0 => claim with { Repeated = true },
            "quoted" when cut < 0 => claim with { Quoted = true },
            "actors" => claim with { Actors = Several(names) },
            "targets" => claim with { Targets = Several(names) },
            "speaker" => claim with { Speaker = names.FirstOrDefault() },
            "source" => claim with { Source = names.FirstOrDefault() },
            "fatalities" => claim with { Fatalities = Count(value, error) },
            _ => throw error($"field '{field}' is unknown"),
        };
    }

    private static string[]? Several(string[] names) => names.Length == 0 ? null : names;

    private static ExpectedFatalities Count(string value, Func<string, FormatException> error)
    {
        var cut = value.IndexOf("..", StringComparison.Ordinal);
        if (cut < 0 || !int.TryParse(value.AsSpan(0, cut), CultureInfo.InvariantCulture, out var low))
            throw error($"fatalities '{value}' are no range such as 2..5 or 2..");
        var upper = value[(cut + 2)..];
        return upper.Length == 0 ? new ExpectedFatalities(low, null)
            : int.TryParse(upper, CultureInfo.InvariantCulture, out var high) && high >= low ? new ExpectedFatalities(low, high)
            : throw error($"fatalities '{value}' are no range such as 2..5 or 2..");
    }
}

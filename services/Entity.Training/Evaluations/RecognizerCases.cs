using System.Globalization;
using System.Text.Json;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>One expected result of a case of the recognizers' test suite.</summary>
/// <param name="Text">The expected words; the suite lowers their case in most cases.</param>
/// <param name="Start">Position of the first character, or -1 when not given.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Type">Its type without prefix: "date", "daterange", "number" …</param>
/// <param name="Values">What is listed as right; each by its fields.</param>
internal sealed record ExpectedResult(string Text, int Start, int End, string Type, IReadOnlyList<IReadOnlyDictionary<string, string>> Values);

/// <summary>A case: an input, its day, and what is expected of it.</summary>
internal sealed record RecognizerCase(string Input, DateOnly Reference, IReadOnlyList<ExpectedResult> Results);

/// <summary>Reads the JSON of microsoft/Recognizers-Text (MIT): a list of inputs with the spans and values that are expected.</summary>
internal static class RecognizerCases
{
    public static List<RecognizerCase> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path).AsMemory().TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]));
        return [.. document.RootElement.EnumerateArray().Select(Case)];
    }

    private static RecognizerCase Case(JsonElement element)
    {
        var input = element.GetProperty("Input").GetString()!;
        var reference = element.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var day)
            ? DateOnly.FromDateTime(DateTime.Parse(day.GetString()!, CultureInfo.InvariantCulture)) : new DateOnly(2016, 11, 7);
        return new RecognizerCase(input, reference, [.. element.GetProperty("Results").EnumerateArray().Select(r => Result(r, input))]);
    }

    private static ExpectedResult Result(JsonElement element, string input)
    {
        var text = element.GetProperty("Text").GetString()!;
        var start = element.TryGetProperty("Start", out var at) ? at.GetInt32() : input.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        var end = start + text.Length;
        var type = (element.TryGetProperty("TypeName", out var name) ? name : element.TryGetProperty("Type", out name) ? name : default) is { ValueKind: JsonValueKind.String } t ? t.GetString()! : "";
        var values = new List<IReadOnlyDictionary<string, string>>();
        if (element.TryGetProperty("Resolution", out var resolution) && resolution.ValueKind == JsonValueKind.Object)
        {
            if (resolution.TryGetProperty("values", out var listed))
                values.AddRange(listed.EnumerateArray().Select(Fields));
            else
                values.Add(Fields(resolution));
        }
        return new ExpectedResult(text, start, end, type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..], values);
    }

    private static Dictionary<string, string> Fields(JsonElement element) =>
        element.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
}

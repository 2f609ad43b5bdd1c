using System.Globalization;
using System.Text.Json.Nodes;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>
/// Retries of a delivery bridge the restart of a pod (30 s) and end within the component's processing timeout, also when chance makes the pauses
/// short or long.
/// </summary>
internal static class Retries
{
    private const double Restart = 30;

    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var policies = scenario.Chart.OfKind("Resiliency").Single()["spec"]!;
        var inbound = policies["targets"]!["components"]?["pubsub"]?["inbound"];
        if (inbound?["retry"] is null || policies["policies"]!["retries"]?[(string)inbound["retry"]!] is not { } policy)
        {
            return ["deliveries from pubsub are not retried"];
        }

        var component = scenario.Chart.Find("Component", "pubsub");
        var timeout = RenderedChart.Items(component?["spec"]?["metadata"]).FirstOrDefault(m => (string?)m["name"] == "processingTimeout")?["value"];
        var (shortest, longest) = Span(policy);
        return (shortest >= Restart, longest <= Seconds((string?)timeout ?? "15s")) switch
        {
            (false, _) => [$"retries may end after {shortest:F0} s, before a pod is back"],
            (_, false) => [$"retries may last {longest:F0} s, longer than processingTimeout {timeout}"],
            _ => [],
        };
    }

    /// <summary>Seconds of a Go duration of one unit.</summary>
    public static double Seconds(string duration) => duration switch
    {
        [.. var number, 'm', 's'] => Number(number) / 1000,
        [.. var number, 's'] => Number(number),
        [.. var number, 'm'] => Number(number) * 60,
        [.. var number, 'h'] => Number(number) * 3600,
        _ => throw new FormatException(duration),
    };

    // Dapr's exponential policy: 0.5 s, growing by half, each pause drawn evenly from [0.5, 1.5] of that. Three standard deviations of the sum.
    private static (double Shortest, double Longest) Span(JsonNode policy)
    {
        var longest = Seconds((string)policy["maxInterval"]!);
        var pauses = Enumerable.Range(0, (int)policy["maxRetries"]!).Select(i => Math.Min(longest, 0.5 * Math.Pow(1.5, i))).ToArray();
        var deviation = Math.Sqrt(pauses.Sum(p => p * p / 12));
        return (pauses.Sum() - (3 * deviation), pauses.Sum() + (3 * deviation));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

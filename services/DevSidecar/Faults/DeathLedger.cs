using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Truceline.DevSidecar.Faults;

/// <summary>
/// Which rule ended the process by which event: one line of JSON each in <c>deaths.jsonl</c> of the data directory, written before the end, so
/// that no event does it for ever. Thread-safe; the directory has one process at a time.
/// </summary>
internal sealed class DeathLedger(IOptions<SidecarOptions> options)
{
    private readonly Lock _gate = new();
    private readonly string _file = Path.Combine(options.Value.DataPath, "deaths.jsonl");
    private List<Death>? _deaths;

    /// <summary>All deaths in this data directory.</summary>
    public IReadOnlyList<Death> Deaths
    {
        get
        {
            lock (_gate)
                return [.. Loaded()];
        }
    }

    /// <summary>Writes the death down unless the rule has had its share or this event was the cause before.</summary>
    /// <returns>Whether the process is to end.</returns>
    public bool TryEnter(DeathSentence sentence, DeathPoint point, FaultTarget target)
    {
        var death = new Death(sentence.Key, point.ToString(), target.AppId, target.Topic, target.EventId);
        lock (_gate)
        {
            var deaths = Loaded();
            if (deaths.Contains(death) || (sentence.Times > 0 && deaths.Count(other => other.Rule == death.Rule) >= sentence.Times))
                return false;
            File.AppendAllText(_file, JsonSerializer.Serialize(death) + "\n");
            deaths.Add(death);
            return true;
        }
    }

    private List<Death> Loaded() => _deaths ??= File.Exists(_file)
        ? [.. File.ReadLines(_file).Where(line => line.EndsWith('}')).Select(line => JsonSerializer.Deserialize<Death>(line)!)]
        : [];

    /// <summary>One end of the process.</summary>
    internal sealed record Death(string Rule, string Point, string AppId, string Topic, string EventId);
}

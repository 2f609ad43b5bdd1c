using System.Globalization;
using System.Text;
using Truceline.Entity.Reading.Claims.Coding;

namespace Truceline.Entity.Training.Coding;

/// <summary>How codes compare with the annotation.</summary>
internal sealed class CodingCounts
{
    private readonly Dictionary<(string Gold, string Found), int> _confusions = [];
    private int _class;
    private int _current;
    private int _source;
    private int _target;
    private int _exactSource;
    private int _exactTarget;

    public int Total { get; private set; }

    public double Class => Share(_class);

    /// <summary>The class among the sixteen of today's code book.</summary>
    public double CurrentClass => Share(_current);

    public double Source => Share(_source);

    public double Target => Share(_target);

    public double ExactSource => Share(_exactSource);

    public double ExactTarget => Share(_exactTarget);

    public void Add(PloverCase gold, EventCode? found)
    {
        Total++;
        _class += found?.Type == gold.Type ? 1 : 0;
        _current += found is not null && found.Type.Current() == gold.Type.Current() ? 1 : 0;
        _source += ActorMatch.IsRight(gold.Text, found?.Source, gold.Sources, gold.Targets) ? 1 : 0;
        _target += ActorMatch.IsRight(gold.Text, found?.Target, gold.Targets, gold.Sources) ? 1 : 0;
        _exactSource += ActorMatch.IsExact(gold.Text, found?.Source, gold.Sources) ? 1 : 0;
        _exactTarget += ActorMatch.IsExact(gold.Text, found?.Target, gold.Targets) ? 1 : 0;
        var cell = (gold.Type.Name(), found?.Type.Name() ?? "none");
        _confusions[cell] = _confusions.GetValueOrDefault(cell) + 1;
    }

    /// <summary>The confusion table in Markdown: rows as annotated, columns as coded.</summary>
    public string Table()
    {
        var names = Enum.GetValues<PloverType>().Select(t => t.Name()).ToList();
        var columns = names.Append("none").ToList();
        var text = new StringBuilder("\nConfusions (rows: annotated, columns: coded)\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| {"",-11} | {string.Join(" | ", columns.Select(c => c[..Math.Min(4, c.Length)]))} |\n|{new string('-', 13)}|{string.Concat(columns.Select(_ => "-----:|"))}\n");
        foreach (var name in names)
            text.Append(CultureInfo.InvariantCulture, $"| {name,-11} | {string.Join(" | ", columns.Select(c => _confusions.TryGetValue((name, c), out var n) ? $"{n,4}" : "   ."))} |\n");
        return text.ToString();
    }

    private double Share(int right) => Total == 0 ? 0 : (double)right / Total;
}

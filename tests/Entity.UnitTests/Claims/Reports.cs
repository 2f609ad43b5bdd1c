using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Claims;

/// <summary>Reads claims from a sentence or two, with the names, dates and figures that the test points at.</summary>
internal sealed class Reports(string text)
{
    private static readonly DateOnly Day = new(2021, 3, 10);

    private readonly List<NamedEntity> _entities = [];
    private readonly List<DateMention> _dates = [];
    private readonly List<QuantityMention> _quantities = [];

    public string Text { get; } = text;

    public Reports With(string id, EntityType type, string? name = null, string? kind = null, string? country = null)
    {
        _entities.Add(new NamedEntity(id, type, name ?? id, [.. Spans(name ?? id).Select(s => new EntityMention(s))]) { Kind = kind, Country = country });
        return this;
    }

    public Reports On(string expression, DateOnly day, bool isLimit = false)
    {
        _dates.Add(new DateMention(Spans(expression).First(), day.ToString("yyyy-MM-dd", null), day, day, DatePrecision.Day) { IsLimit = isLimit });
        return this;
    }

    public Reports Counting(string expression, QuantityKind kind, double value, bool isBackground = false)
    {
        _quantities.Add(new QuantityMention(Spans(expression).First(), kind, value, value, "") { IsBackground = isBackground });
        return this;
    }

    public IReadOnlyList<ClaimDraft> Read() => new ClaimReader().Read(
        SegmentedText.Of(Text), new ReportHeader(null, null, null, null, "en", new TextSpan(0, Text.Length), Day), _entities, _dates, _quantities);

    public ClaimDraft Single() => Assert.Single(Read());

    public string EvidenceOf(ClaimDraft claim) => claim.Evidence.Of(Text);

    private IEnumerable<TextSpan> Spans(string part)
    {
        for (var at = Text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(part, at + 1, StringComparison.Ordinal))
            yield return new TextSpan(at, at + part.Length);
    }
}

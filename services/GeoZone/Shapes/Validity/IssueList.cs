namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>Collects issues, not more than a person or a message can hold. Not thread-safe.</summary>
internal sealed class IssueList
{
    private const int Most = 200;
    private readonly List<GeometryIssue> _issues = [];

    public IReadOnlyList<GeometryIssue> All => _issues;

    /// <summary>The gravest weight among all, those that were not kept included; null without any.</summary>
    public IssueWeight? Gravest { get; private set; }

    public void Add(GeometryIssue issue)
    {
        Gravest = Gravest is { } gravest && gravest >= issue.Weight ? gravest : issue.Weight;
        if (_issues.Count < Most)
            _issues.Add(issue);
    }

    public bool Refuses(ReadingMode mode) => _issues.Any(issue => mode.Refuses(issue.Weight)) || Gravest is { } gravest && mode.Refuses(gravest);
}

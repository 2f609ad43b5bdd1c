namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>Collects issues, not more than a person or a message can hold. Not thread-safe.</summary>
internal sealed class IssueList
{
    private const int Most = 200;
    private const int MostAdvice = 20;
    private int _advice;
    private readonly List<GeometryIssue> _issues = [];

    public IReadOnlyList<GeometryIssue> All => _issues;

    /// <summary>The gravest weight among all, those that were not kept included; null without any.</summary>
    public IssueWeight? Gravest { get; private set; }

    public void Add(GeometryIssue issue)
    {
        Gravest = Gravest is { } gravest && gravest >= issue.Weight ? gravest : issue.Weight;
        // Advice recurs at every position and must not crowd out what refuses.
        if (_issues.Count < Most && (issue.Weight != IssueWeight.Advice || _advice++ < MostAdvice))
            _issues.Add(issue);
    }

    public bool Refuses(ReadingMode mode) => _issues.Any(issue => mode.Refuses(issue.Weight)) || Gravest is { } gravest && mode.Refuses(gravest);
}

namespace Truceline.Entity.Reading.Agreements.Outline;

/// <summary>What a part of an agreement is.</summary>
internal enum ProvisionKind
{
    /// <summary>An article, section or chapter: a heading over points.</summary>
    Article,

    /// <summary>An annex, appendix or schedule.</summary>
    Annex,

    /// <summary>A numbered or lettered point, or an item of a list.</summary>
    Point,

    /// <summary>A step of a timetable ("D+5").</summary>
    Step,

    /// <summary>A paragraph without a number.</summary>
    Paragraph,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A heading that says nothing else.</summary>
    Heading,
}

/// <summary>A part of an agreement with the parts below it. Built up line by line, then only read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Its own number or letter as written ("2", "(a)", "D+5"); empty when it has none.</param>
/// <param name="Parent">What it belongs to; null at the top.</param>
/// <param name="Indent">Blanks before it on its line.</param>
internal sealed record Provision(ProvisionKind Kind, string Label, Provision? Parent, int Indent)
{
    /// <summary>Its own words up to its first sub-point; empty for a bare heading.</summary>
    public TextSpan Own { get; set; }

    /// <summary>What it goes on with after its sub-points, a span for each paragraph.</summary>
    public List<TextSpan> Tails { get; } = [];

    /// <summary>Parts below it in order.</summary>
    public List<Provision> Children { get; } = [];

    /// <summary>Path of numbers from the top: "Article 2, 3(a)".</summary>
    public string Path
    {
        get
        {
            var above = Parent?.Path ?? "";
            if (Label.Length == 0 || above.Length == 0)
                return Label.Length == 0 ? above : Label;
            if (Parent!.Kind is ProvisionKind.Article or ProvisionKind.Annex)
                return above + ", " + Label;
            return Label.StartsWith(above + ".", StringComparison.Ordinal) ? Label : above + (Label[0] == '(' ? Label : "(" + Label + ")");
        }
    }

    /// <summary>How deep it stands; 0 at the top.</summary>
    public int Depth => Parent is null ? 0 : Parent.Depth + 1;
}

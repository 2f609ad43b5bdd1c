using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Truceline.Ingest.Stories;

namespace Truceline.Ingest.Storage;

/// <summary>A story in the table <c>stories</c>; one that became part of another is left as its id.</summary>
internal sealed class StoryRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    /// <summary>Number of the report that began it; 0 when it became part of another before stories had numbers.</summary>
    public required long Number { get; init; }

    [MaxLength(1000)]
    public required string Title { get; set; }

    public required DateTimeOffset FirstTime { get; set; }

    public required DateTimeOffset LastTime { get; set; }

    public required int Reports { get; set; }

    public required int Origins { get; set; }

    /// <summary>A line each.</summary>
    [MaxLength(20_000)]
    public required string Agencies { get; set; }

    /// <summary>The story that it became part of; empty when it did not. Never one that became part of another itself.</summary>
    [MaxLength(80)]
    public string MergedInto { get; set; } = "";

    /// <summary>Number of the report that joined them; 0 when none did.</summary>
    public long MergedSequence { get; set; }

    internal static readonly Expression<Func<StoryRow, bool>> IsWhole = s => s.MergedInto == "";

    internal static StoryRow Of(StorySummary story, long number)
    {
        var row = new StoryRow { Id = story.Id, Number = number, Title = "", FirstTime = default, LastTime = default, Reports = 0, Origins = 0, Agencies = "" };
        row.Set(story);
        return row;
    }

    internal void Set(StorySummary story) => (Title, FirstTime, LastTime, Reports, Origins, Agencies) =
        (story.Title, story.FirstTime, story.LastTime, story.Reports, story.Origins, string.Join('\n', story.Agencies));

    internal StorySummary ToSummary() =>
        new(Id, Title, FirstTime, LastTime, Reports, Agencies.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}

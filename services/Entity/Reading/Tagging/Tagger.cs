using System.Collections.Concurrent;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// Finds mentions of persons, organisations, places, facilities, nationalities, weapons, platforms and vehicles. Takes any text; works in time
/// linear in its length. Thread-safe: each call borrows a session of its own.
/// </summary>
internal sealed class Tagger
{
    private const int MostIdle = 4;

    private readonly TaggerModel _model;
    private readonly TaggingProfile _profile;
    private readonly ConcurrentBag<TaggerSession> _idle = [];

    public Tagger(TaggerModel model, TaggingProfile profile = TaggingProfile.News)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _profile) = (model, profile);
    }

    /// <summary>Version of the model.</summary>
    public string Version => _model.Card.Version;

    /// <summary>What the model says of itself.</summary>
    public TaggerCard Card => _model.Card;

    /// <summary>Loads the model that the assembly holds; takes some tens of milliseconds, so do it once.</summary>
    public static Tagger Load()
    {
        using var stream = DataFile.Open("tagger.model");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Tagger(TaggerModelFile.Read(bytes));
    }

    /// <summary>The same model by other guidelines.</summary>
    public Tagger For(TaggingProfile profile) => new(_model, profile);

    /// <summary>Adds the mentions whose tokens lie in a range of characters, in order; none overlap.</summary>
    /// <param name="text">The segmented text.</param>
    /// <param name="range">The range, e.g. the body of a report; what lies outside of the text is passed over.</param>
    /// <param name="into">List to add to.</param>
    public void Tag(SegmentedText text, TextSpan range, List<TaggedSpan> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var (first, end) = text.TokensIn(range);
        if (first >= end)
            return;
        if (!_idle.TryTake(out var session))
            session = new TaggerSession(_model, _profile);
        session.Tag(text, first, end, into);
        if (_idle.Count < MostIdle)
            _idle.Add(session);
    }
}

using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Tagging.Corpora;

/// <summary>A document of a corpus with the spans that its annotators marked.</summary>
/// <param name="Corpus">The corpus.</param>
/// <param name="Id">The document's id in it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Spans">The marked spans in the corpus's own types, in order of their starts; some corpora nest them.</param>
internal sealed record CorpusDocument(Corpus Corpus, string Id, string Text, IReadOnlyList<CorpusSpan> Spans);

/// <summary>A marked span.</summary>
/// <param name="Span">Range in UTF-16 code units.</param>
/// <param name="Type">Type, as the corpus calls it.</param>
internal readonly record struct CorpusSpan(TextSpan Span, string Type);

/// <summary>The corpora that are read; each has guidelines of its own.</summary>
internal enum Corpus
{
    UniversalNer,
    Wikigold,
    Wnut,
    CrossNer,
    Re3d,
    GeoVirus,

    /// <summary>The project's own sentences, in the repository.</summary>
    Own,
}

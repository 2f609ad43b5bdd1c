namespace Truceline.Entity.Training.Tagging.Corpora;

/// <summary>The corpora in a data folder, read once each.</summary>
internal sealed class CorpusFolder(DirectoryInfo data)
{
    private static readonly string[] WnutParts = ["train", "dev", "test"];

    private readonly Dictionary<string, IReadOnlyList<CorpusDocument>> _read = [];

    /// <summary>The data folder.</summary>
    public DirectoryInfo Data => data;

    public IReadOnlyList<CorpusDocument> UniversalNer(string part) =>
        Once($"ner/uner_ewt_{part}.jsonl", file => SentenceCorpus.Read(file, Corpus.UniversalNer, joined: true));

    public IReadOnlyList<CorpusDocument> Wikigold => Once("ner/wikigold.jsonl", file => SentenceCorpus.Read(file, Corpus.Wikigold, joined: false));

    public IReadOnlyList<CorpusDocument> Wnut =>
        [.. WnutParts.SelectMany(part => Once($"ner/wnut17_{part}.jsonl", file => SentenceCorpus.Read(file, Corpus.Wnut, joined: false)))];

    public IReadOnlyList<CorpusDocument> CrossNer =>
        [.. Files("ner/crossner").Where(IsNearNews).SelectMany(name => Once(name, file => SentenceCorpus.Read(file, Corpus.CrossNer, joined: false)))];

    public IReadOnlyList<CorpusDocument> Re3d => [.. Files("ner/re3d").SelectMany(name => Once(name, DocumentCorpus.ReadRe3d))];

    /// <summary>The project's own sentences, which come with the trainer.</summary>
    public IReadOnlyList<CorpusDocument> Own { get; } = OwnCorpus.ReadAll();

    public IReadOnlyList<CorpusDocument> GeoVirus => Once("geoparse/geovirus.jsonl", DocumentCorpus.ReadGeoVirus);

    /// <summary>
    /// What a model learns from at first. The development set is among it for the model that is shipped, when nothing is tuned by it any more; the test set never.
    /// </summary>
    public IReadOnlyList<CorpusDocument> General(bool withDevelopment) => [.. WebText(withDevelopment), .. Wikigold, .. Wnut, .. CrossNer];

    /// <summary>What it is refined with: reports and stories, and names in general lest it forget them.</summary>
    /// <param name="without">Documents that are held out.</param>
    /// <param name="withDevelopment">Whether the development set is among it.</param>
    public IReadOnlyList<CorpusDocument> Refining(IReadOnlySet<CorpusDocument> without, bool withDevelopment) =>
        [.. Re3d.Concat(GeoVirus).Concat(Own).Where(d => !without.Contains(d)), .. WebText(withDevelopment), .. Wikigold];

    /// <summary>The files of a folder, by name.</summary>
    public IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(data.FullName, folder), "*.jsonl").Select(f => $"{folder}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];

    /// <summary>Full path of a file by its name in the folder.</summary>
    public string PathOf(string name) => Path.Combine(data.FullName, name);

    /// <summary>Politics and literature; the other fields (music, science, programs) are far from the news.</summary>
    private static bool IsNearNews(string name) =>
        name.Contains("politics", StringComparison.Ordinal) || name.Contains("literature", StringComparison.Ordinal);

    private IEnumerable<CorpusDocument> WebText(bool withDevelopment) =>
        withDevelopment ? UniversalNer("train").Concat(UniversalNer("dev")) : UniversalNer("train");

    private IReadOnlyList<CorpusDocument> Once(string name, Func<string, IReadOnlyList<CorpusDocument>> read)
    {
        if (!_read.TryGetValue(name, out var documents))
            _read[name] = documents = read(PathOf(name));
        return documents;
    }
}

using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;

namespace Truceline.Entity.Search;

/// <summary>
/// Names of entities in a Lucene index in memory: whole words, their beginnings, words with typos, and words as transliterations have them. It finds candidates; in
/// which order they answer is decided by <see cref="NameRanking"/>. Thread-safe.
/// </summary>
internal sealed class EntityIndex : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly RAMDirectory _directory = new();
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;

    internal EntityIndex()
    {
        // No field is analysed: words are cut and folded here, as they are everywhere else.
        _writer = new IndexWriter(_directory, new IndexWriterConfig(Version, null) { RAMBufferSizeMB = 32 });
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, null);
    }

    /// <summary>How many entities it holds.</summary>
    internal int Count => _writer.NumDocs;

    /// <summary>Takes changes in.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="isLast">Whether they are to be found as soon as it returns; otherwise after the next that are.</param>
    internal void Apply(IEnumerable<SearchChange> changes, bool isLast = true)
    {
        foreach (var change in changes)
        {
            var id = new Term(IndexFields.Id, change.EntityId);
            if (change.Document is { } document)
            {
                _writer.UpdateDocument(id, ToDocument(document));
            }
            else
            {
                _writer.DeleteDocuments(id);
            }
        }

        if (isLast)
        {
            _searchers.MaybeRefreshBlocking();
        }
    }

    /// <summary>Entities whose names may answer a query.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="types">Only these types; empty for all.</param>
    /// <param name="country">Only this country; empty for all.</param>
    /// <param name="limit">How many at most.</param>
    internal IReadOnlyList<SearchDocument> Find(string query, IReadOnlyCollection<EntityType> types, string country, int limit)
    {
        var searcher = _searchers.Acquire();
        try
        {
            var words = EntityKeys.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var order = new Sort(SortField.FIELD_SCORE, new SortField(IndexFields.Mentions, SortFieldType.INT64, reverse: true));
            var top = searcher.Search(NameQuery.Of(query, words, types, country), null, limit, order, doDocScores: false, doMaxScore: false);
            return [.. top.ScoreDocs.Select(d => FromDocument(searcher.Doc(d.Doc)))];
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Dispose();
        _directory.Dispose();
    }

    private static Document ToDocument(SearchDocument entity)
    {
        var document = new Document
        {
            new StringField(IndexFields.Id, entity.EntityId, Field.Store.YES),
            new StringField(IndexFields.Type, ((int)entity.Type).ToString(System.Globalization.CultureInfo.InvariantCulture), Field.Store.YES),
            new StringField(IndexFields.Country, entity.Country, Field.Store.YES),
            new StoredField(IndexFields.Name, entity.Name),
            new StoredField(IndexFields.Kind, entity.Kind),
            new NumericDocValuesField(IndexFields.Mentions, entity.Mentions),
            new StoredField(IndexFields.Mentions, entity.Mentions),
        };
        var names = entity.Names.Append(entity.Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        names.ForEach(n => document.Add(new StoredField(IndexFields.Names, n)));
        var folded = names.ConvertAll(EntityKeys.Fold);
        var words = folded.SelectMany(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToList();
        Add(document, IndexFields.Words, words);
        Add(document, IndexFields.LooseWords, words.Select(SpellingKey.OfWord));
        Add(document, IndexFields.LooseNames, names.Select(SpellingKey.OfName));
        return document;
    }

    private static void Add(Document document, string field, IEnumerable<string> values)
    {
        foreach (var value in values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal))
        {
            document.Add(new StringField(field, value, Field.Store.NO));
        }
    }

    private static SearchDocument FromDocument(Document document) => new(
        document.Get(IndexFields.Id),
        (EntityType)int.Parse(document.Get(IndexFields.Type), System.Globalization.CultureInfo.InvariantCulture),
        document.Get(IndexFields.Name),
        document.Get(IndexFields.Country),
        document.Get(IndexFields.Kind),
        document.GetValues(IndexFields.Names),
        long.Parse(document.Get(IndexFields.Mentions), System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Fields of the index.</summary>
internal static class IndexFields
{
    internal const string Id = "id";
    internal const string Type = "type";
    internal const string Country = "country";
    internal const string Name = "name";
    internal const string Kind = "kind";
    internal const string Names = "names";
    internal const string Mentions = "mentions";

    /// <summary>Words of names, folded.</summary>
    internal const string Words = "words";

    /// <summary>The same as transliterations have them.</summary>
    internal const string LooseWords = "loose";

    /// <summary>Whole names without spaces and articles, as transliterations have them.</summary>
    internal const string LooseNames = "whole";
}

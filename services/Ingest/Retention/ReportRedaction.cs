using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Erasure;

namespace Truceline.Ingest.Retention;

/// <summary>Covers a person's words in every field of a report but its ids, codes and times. Pure.</summary>
internal static class ReportRedaction
{
    private static readonly HashSet<string> Kept =
    [
        "id", "document_id", "story_id", "revises", "chain_id", "source_id", "format", "media_type", "language", "published", "updated", "item_path",
    ];

    /// <summary>Covers them.</summary>
    /// <param name="report">The report; it is changed.</param>
    /// <param name="words">The words.</param>
    /// <returns>How many runs were covered in the text and in all other fields.</returns>
    internal static (int Text, int Fields) Cover(Report report, PersonWords words)
    {
        var key = report.Origin?.Key ?? "";
        report.Text = words.Cover(report.Text, out var text);
        var fields = Walk(report, words, isRoot: true);
        if (report.Origin is { } origin && origin.Key != key)
        {
            // Who wrote it counts as one origin still.
            origin.Key = ErasedWords.HashOf(key);
        }

        return (text, fields);
    }

    private static int Walk(IMessage message, PersonWords words, bool isRoot)
    {
        var count = 0;
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder().Where(f => !isRoot || !Kept.Contains(f.Name)))
        {
            var value = field.Accessor.GetValue(message);
            count += (field, value) switch
            {
                ({ IsMap: true }, IDictionary map) => CoverMap(map, words),
                ({ IsRepeated: true, FieldType: FieldType.String }, IList list) => CoverList(list, words),
                ({ IsRepeated: true, FieldType: FieldType.Message }, IList list) => list.Cast<IMessage>().Sum(m => Walk(m, words, isRoot: false)),
                ({ FieldType: FieldType.String }, string text) => CoverField(field, message, text, words),
                ({ FieldType: FieldType.Message }, IMessage part) => Walk(part, words, isRoot: false),
                _ => 0,
            };
        }

        return count;
    }

    private static int CoverField(FieldDescriptor field, IMessage message, string text, PersonWords words)
    {
        var covered = words.Cover(text, out var count);
        if (count > 0)
        {
            field.Accessor.SetValue(message, covered);
        }

        return count;
    }

    private static int CoverList(IList list, PersonWords words)
    {
        var sum = 0;
        for (var i = 0; i < list.Count; i++)
        {
            list[i] = words.Cover((string)list[i]!, out var count);
            sum += count;
        }

        return sum;
    }

    private static int CoverMap(IDictionary map, PersonWords words)
    {
        var sum = 0;
        foreach (var key in map.Keys.Cast<object>().ToArray())
        {
            if (map[key] is string text)
            {
                map[key] = words.Cover(text, out var count);
                sum += count;
            }
        }

        return sum;
    }
}

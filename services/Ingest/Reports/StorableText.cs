using System.Text;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;

namespace Truceline.Ingest.Reports;

/// <summary>Texts that every store and every transport takes: no U+0000, no lone surrogate. Lengths stay, so that spans do. Pure.</summary>
internal static class StorableText
{
    /// <summary>The text, with U+FFFD for what can't be stored.</summary>
    internal static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append(char.IsSurrogate(text[i]) || text[i] == '\0' ? '\uFFFD' : text[i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>The same for every string of a message, at any depth; changes it.</summary>
    internal static void Mend(IMessage? message)
    {
        foreach (var field in message?.Descriptor.Fields.InDeclarationOrder() ?? [])
        {
            var value = field.Accessor.GetValue(message);
            switch (value)
            {
                case string text:
                    field.Accessor.SetValue(message, Of(text));
                    break;
                case MapField<string, string> map:
                    Mend(map);
                    break;
                case RepeatedField<string> list:
                    for (var i = 0; i < list.Count; i++)
                    {
                        list[i] = Of(list[i]);
                    }

                    break;
                case IMessage inner when field.FieldType == FieldType.Message:
                    Mend(inner);
                    break;
            }
        }
    }

    /// <summary>The same for names and values; of names that become the same the last stays.</summary>
    internal static void Mend(MapField<string, string> map)
    {
        foreach (var (key, value) in map.ToArray())
        {
            map.Remove(key);
            map[Of(key)] = Of(value);
        }
    }
}

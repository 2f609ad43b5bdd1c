using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>What holds for every text of every request. Pure.</summary>
internal static class StringRules
{
    /// <summary>Notes each text that holds U+0000, which PostgreSQL does not keep and no text needs.</summary>
    /// <param name="message">The request.</param>
    /// <param name="violations">Takes what is wrong, by proto path.</param>
    internal static void Check(IMessage message, FieldViolations violations) => Check(message, "", violations);

    private static void Check(IMessage message, string path, FieldViolations violations)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType is not (FieldType.String or FieldType.Message))
            {
                continue;
            }

            var value = field.Accessor.GetValue(message);
            var at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            switch (value)
            {
                case IDictionary map:
                    foreach (DictionaryEntry entry in map)
                    {
                        CheckValue(entry.Key, $"{at}[{entry.Key}]", violations);
                        CheckValue(entry.Value, $"{at}[{entry.Key}]", violations);
                    }

                    break;
                case IList items:
                    for (var i = 0; i < items.Count; i++)
                    {
                        CheckValue(items[i], string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]"), violations);
                    }

                    break;
                default:
                    CheckValue(value, at, violations);
                    break;
            }
        }
    }

    private static void CheckValue(object? value, string path, FieldViolations violations)
    {
        switch (value)
        {
            case string text:
                violations.AddIf(text.Contains('\0', StringComparison.Ordinal), path, "It must not hold U+0000.", "INVALID_CHARACTER");
                break;
            case IMessage message:
                Check(message, path, violations);
                break;
        }
    }
}

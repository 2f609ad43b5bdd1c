using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>Reads persons as RSS writes them: a name, an e-mail address, or both in either order.</summary>
internal static partial class FeedPersons
{
    private const int Longest = 500;

    /// <summary>The person; null when the text names none.</summary>
    /// <param name="text">Plain text.</param>
    internal static FeedPerson? Read(string text)
    {
        var line = text.Trim();
        if (line.Length is 0 or > Longest)
        {
            return null;
        }

        if (MailThenName().Match(line) is { Success: true } first)
        {
            return new FeedPerson(first.Groups["name"].Value.Trim(), first.Groups["mail"].Value);
        }

        if (NameThenMail().Match(line) is { Success: true } last)
        {
            return new FeedPerson(last.Groups["name"].Value.Trim().Trim('"').Trim(), last.Groups["mail"].Value);
        }

        return Mail().Match(line) is { Success: true } mail ? new FeedPerson("", mail.Groups["mail"].Value) : new FeedPerson(line);
    }

    // editor@example.org (Jane Doe)
    [GeneratedRegex(@"^(?:mailto:)?(?<mail>[^@\s<>()]+@[^@\s<>()]+)\s*\((?<name>[^()]+)\)$")]
    private static partial Regex MailThenName();

    // Jane Doe (editor@example.org), "Jane Doe" <editor@example.org>
    [GeneratedRegex(@"^(?<name>[^@<>()]*[^@<>()\s])\s*[<(](?:mailto:)?(?<mail>[^@\s<>()]+@[^@\s<>()]+)[>)]$")]
    private static partial Regex NameThenMail();

    [GeneratedRegex(@"^<?(?:mailto:)?(?<mail>[^@\s<>()]+@[^@\s<>()]+)>?$")]
    private static partial Regex Mail();
}

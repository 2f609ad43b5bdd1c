using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>Resolves references (RFC 3986 section 5).</summary>
internal static partial class Links
{
    /// <summary>The reference, made absolute when it is relative and the base is absolute; otherwise as it is. An absolute one is never changed.</summary>
    internal static string Resolve(string reference, string baseAddress)
    {
        if (baseAddress.Length == 0 || Scheme().IsMatch(reference) || !Uri.TryCreate(baseAddress, UriKind.Absolute, out var address))
        {
            return reference;
        }

        return Uri.TryCreate(address, reference, out var resolved) ? resolved.AbsoluteUri : reference;
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.\-]*:")]
    private static partial Regex Scheme();
}

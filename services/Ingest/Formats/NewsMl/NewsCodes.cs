using System.Xml.Linq;
using Truceline.Ingest.Formats.Nitf;

namespace Truceline.Ingest.Formats.NewsMl;

/// <summary>Codes of IPTC's controlled vocabularies, written as a qcode <c>stat:canceled</c> or as an address that ends in the code.</summary>
internal static class NewsCodes
{
    /// <summary>The code without scheme or address, lower case; empty when there is none.</summary>
    internal static string CodeOf(XElement element)
    {
        var uri = element.Attr("uri").TrimEnd('/');
        return XmlNames.First(Local(element.Attr("qcode")), uri[(uri.LastIndexOf('/') + 1)..]).ToLowerInvariant();
    }

    /// <summary>A qcode without its scheme.</summary>
    internal static string Local(string qcode) => qcode[(qcode.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

namespace Truceline.Ingest.Stories.Revisions;

/// <summary>The address of a page without what says how a reader came to it, so that one page has one address.</summary>
internal static class CanonicalUrl
{
    // What campaigns, social networks and mailings append. Anything else may choose the page and stays.
    private static readonly string[] TrackingPrefixes = ["utm_", "mtm_", "pk_", "hsa_", "at_"];

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl", "cmpid", "ocid", "ito",
        "feedtype", "feedname", "rss", "share", "s_cid", "ncid", "smid", "smtyp", "guccounter", "amp", "outputtype",
    };

    /// <summary>
    /// Host in lower case without "www.", no scheme, default port, user name, fragment or closing slash, the query without tracking and in the order of
    /// its names; null when it is no absolute http or https address.
    /// </summary>
    internal static string? Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        host = host.StartsWith("www.", StringComparison.Ordinal) && host.Count(c => c == '.') > 1 ? host[4..] : host;
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p)).Order(StringComparer.Ordinal);
        var rest = string.Join('&', query);
        // "#!" is the address of a page in applications of an older kind.
        var fragment = uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? uri.Fragment : "";
        return $"{host}{port}{uri.AbsolutePath.TrimEnd('/')}{(rest.Length > 0 ? "?" : "")}{rest}{fragment}";
    }

    private static bool IsTracking(string parameter)
    {
        var name = parameter.Split('=', 2)[0];
        return Tracking.Contains(name) || Array.Exists(TrackingPrefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }
}

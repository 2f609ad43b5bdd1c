namespace Truceline.Ingest.Sources.Fetching;

/// <summary>Where a fetch stands on its way through redirects. Immutable; following one is pure.</summary>
/// <param name="Address">The address that is asked now.</param>
/// <param name="PermanentAddress">Where redirects for good lead from the first address, without a break.</param>
/// <param name="Visited">All addresses that were asked, this one included.</param>
internal sealed record RedirectPath(Uri Address, Uri PermanentAddress, IReadOnlyList<Uri> Visited)
{
    /// <summary>The way begins at the source's address.</summary>
    internal static RedirectPath From(Uri address) => new(address, address, [address]);

    /// <summary>Whether a status is a redirect that is followed. 300 and 305 offer choices and proxies, which nobody here takes.</summary>
    internal static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    /// <summary>The next step.</summary>
    /// <param name="status">Status of the redirect.</param>
    /// <param name="location">Its Location, as it was written; null when there was none.</param>
    /// <param name="most">How many are followed.</param>
    /// <returns>The step, or the reason why there is none.</returns>
    internal (RedirectPath? Path, string Reason) Follow(int status, string? location, int most)
    {
        if (string.IsNullOrWhiteSpace(location) || !Uri.TryCreate(Address, location.Trim(), out var target))
        {
            return (null, FetchReasons.RedirectInvalid);
        }

        target = WithoutFragment(target);
        if (Visited.Contains(target))
        {
            return (null, FetchReasons.RedirectLoop);
        }

        if (Visited.Count > most)
        {
            return (null, FetchReasons.TooManyRedirects);
        }

        var unbroken = PermanentAddress == Address && status is 301 or 308;
        return (new RedirectPath(target, unbroken ? target : PermanentAddress, [.. Visited, target]), "");
    }

    private static Uri WithoutFragment(Uri address) =>
        address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri;
}

using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>
/// Which addresses and ports may be reached. What is not public is known by the lists of Microsoft.Security.AntiSSRF (IANA's special-purpose registries and the
/// clouds' own addresses), to which all of IPv6 outside global unicast is added; an address of IPv4 inside one of IPv6 is judged as what it is. The operator's
/// networks come first. Immutable.
/// </summary>
internal sealed class AddressRules
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // Translations of IPv4 (RFC 6052, RFC 3056) and where in them its address begins.
    private static readonly (IPNetwork Network, int Offset)[] Translated = [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    private readonly IPNetwork[] _allowed;
    private readonly IPNetwork[] _denied;
    private readonly HashSet<int>? _ports;

    /// <param name="allowedNetworks">As <see cref="SourcesOptions.AllowedNetworks"/>.</param>
    /// <param name="allowedPorts">As <see cref="SourcesOptions.AllowedPorts"/>.</param>
    /// <exception cref="FormatException">One of them can't be read.</exception>
    internal AddressRules(string allowedNetworks, string allowedPorts)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest);
        policy.AddAllowedAddresses(Split(allowedNetworks));
        _allowed = [.. policy.AllowedAddresses.Select(IPNetwork.Parse)];
        _denied = [.. policy.DeniedAddresses.Select(IPNetwork.Parse)];
        _ports = allowedPorts.Trim() == "*" ? null : [.. Split(allowedPorts).Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture))];
        if (_ports?.All(p => p is > 0 and <= ushort.MaxValue) == false)
        {
            throw new FormatException("A port must be in the range [1, 65535].");
        }
    }

    /// <summary>The rules that are set.</summary>
    internal static AddressRules Of(IOptions<SourcesOptions> options) => new(options.Value.AllowedNetworks, options.Value.AllowedPorts);

    /// <summary>Whether both lists can be read.</summary>
    internal static bool AreReadable(SourcesOptions options)
    {
        try
        {
            _ = new AddressRules(options.AllowedNetworks, options.AllowedPorts);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether an address may be connected to.</summary>
    internal bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Allows(address.MapToIPv4());
        }

        var named = Array.Exists(_allowed, network => network.Contains(address));
        foreach (var (network, offset) in Translated)
        {
            // Who lets a translation through means the public addresses behind it.
            if (network.Contains(address))
            {
                return named && Allows(new IPAddress(address.GetAddressBytes().AsSpan(offset, 4)));
            }
        }

        return named || ((address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
            && !Array.Exists(_denied, network => network.Contains(address)));
    }

    /// <summary>Why an address may not be asked, as far as it can be told without its host's name being resolved; empty when it may.</summary>
    internal string Refusal(Uri address)
    {
        if ((address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.UserInfo.Length > 0 || address.Host.Length == 0)
        {
            return FetchReasons.UrlRefused;
        }

        if (_ports?.Contains(address.Port) == false)
        {
            return FetchReasons.PortRefused;
        }

        return IPAddress.TryParse(address.IdnHost, out var literal) && !Allows(literal) ? FetchReasons.AddressRefused : "";
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Paging;

/// <summary>Which page of a list is asked for. A token holds the sort key of the last item of the page before, so pages stay right while items come.</summary>
/// <param name="Size">How many items at most; [1, 1000].</param>
/// <param name="After">Sort key of the last item of the page before; empty for the first page.</param>
public sealed record PageRequest(int Size, IReadOnlyList<string> After)
{
    /// <summary>Size of a page when none is asked for.</summary>
    public const int DefaultSize = 50;

    /// <summary>Largest page.</summary>
    public const int LargestSize = 1000;

    /// <summary>Whether this is the first page.</summary>
    public bool IsFirst => After.Count == 0;

    /// <summary>Reads <c>page_size</c> and <c>page_token</c>, and notes what is wrong with them.</summary>
    /// <param name="pageSize">0 means <see cref="DefaultSize"/>.</param>
    /// <param name="pageToken">A token made by <see cref="TokenAfter"/>; empty for the first page.</param>
    /// <param name="keys">How many parts the list's sort key has.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static PageRequest Read(int pageSize, string pageToken, int keys, FieldViolations violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        violations.AddIf(pageSize is < 0 or > LargestSize, "page_size", $"It must be in the range [0, {LargestSize}].", "OUT_OF_RANGE");
        IReadOnlyList<string> after = string.IsNullOrEmpty(pageToken) ? [] : Decode(pageToken) ?? [];
        violations.AddIf(!string.IsNullOrEmpty(pageToken) && after.Count != keys,
            "page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
        return new PageRequest(pageSize is <= 0 or > LargestSize ? DefaultSize : pageSize, after.Count == keys ? after : []);
    }

    /// <summary>The token of the page after an item.</summary>
    /// <param name="keys">The item's sort key, part by part.</param>
    public static string TokenAfter(params string[] keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    private static string[]? Decode(string token)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(token));
        }
        catch (Exception exception) when (exception is FormatException or JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}

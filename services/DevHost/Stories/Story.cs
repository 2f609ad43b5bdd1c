namespace Truceline.DevHost.Stories;

/// <summary>A story to be handed in.</summary>
/// <param name="Text">Its text, or an HTML page.</param>
/// <param name="MediaType">text/plain or text/html.</param>
/// <param name="Url">Where it was found; empty for a file.</param>
/// <param name="Published">ISO 8601 date or RFC 3339 instant; empty when not given.</param>
internal sealed record Story(string Text, string MediaType, string Url, string Published);

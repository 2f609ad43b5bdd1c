namespace Truceline.DevHost.Stories;

/// <summary>A document to be handed in, in any format that is read.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">Media type as the server named it, with its parameters; empty for a file.</param>
/// <param name="FileName">Name of the file; empty when it was fetched.</param>
/// <param name="Url">Where it was found; empty for a file.</param>
/// <param name="Published">ISO 8601 date or RFC 3339 instant; empty when not given.</param>
internal sealed record Story(byte[] Content, string MediaType, string FileName, string Url, string Published);

namespace Truceline.Ingest.Formats.JsonSchemas;

/// <summary>One thing in a JSON document that its schema does not allow.</summary>
/// <param name="Pointer">Where it is or, for a member that is missing, where it should be: a JSON pointer (RFC 6901); empty for the whole document.</param>
/// <param name="Description">What is wrong and what is allowed, for people. It quotes member names, never values of texts.</param>
internal sealed record SchemaFault(string Pointer, string Description);

using Truceline.Ingest.V1;

namespace Truceline.Ingest.Documents;

/// <summary>A part of a text that is not the story.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text, UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive; greater than <paramref name="Start"/>.</param>
internal readonly record struct BoilerplatePart(BoilerplateKind Kind, int Start, int End);

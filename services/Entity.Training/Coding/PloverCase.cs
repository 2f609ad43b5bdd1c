using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;

namespace Truceline.Entity.Training.Coding;

/// <summary>An annotated sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Type">Its event's class.</param>
/// <param name="Sources">Spans of those marked as source; empty when none is.</param>
/// <param name="Targets">Spans of those marked as target; empty when none is.</param>
internal sealed record PloverCase(string Text, PloverType Type, IReadOnlyList<TextSpan> Sources, IReadOnlyList<TextSpan> Targets);

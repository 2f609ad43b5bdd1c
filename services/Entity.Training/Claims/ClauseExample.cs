using Truceline.Entity.Reading.Claims.Learned;

namespace Truceline.Entity.Training.Claims;

/// <summary>A stretch of text with what the annotation makes of it.</summary>
/// <param name="Text">Index of its text.</param>
/// <param name="Inputs">What the network is given of its words.</param>
/// <param name="Signs">Rows of its signs.</param>
/// <param name="RuleSigns">Rows of what the rules say; empty where the rules were written on the text.</param>
/// <param name="Outcome">Kind and mode.</param>
/// <param name="Class">Class; null when it is not judged.</param>
/// <param name="Background">It is a standing fact.</param>
/// <param name="Repeated">It tells several happenings together.</param>
internal sealed record ClauseExample(int Text, float[] Inputs, int[] Signs, int[] RuleSigns, ClauseOutcome Outcome, int? Class, bool Background, bool Repeated);

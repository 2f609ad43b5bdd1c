namespace Truceline.Entity.Training.Evaluations;

/// <summary>Something of the reader that is measured on data it was not made from.</summary>
internal interface IEvaluation
{
    /// <summary>Name, as given to <c>--only</c>.</summary>
    string Name { get; }

    /// <summary>Measures; scores come as they are ready.</summary>
    IEnumerable<Score> Run(EvaluationContext context);
}

/// <summary>One figure.</summary>
/// <param name="Set">What was read.</param>
/// <param name="Measure">What was counted, with its unit unless it is a share.</param>
/// <param name="Value">The figure.</param>
/// <param name="Bar">What it has to reach; null when there is no bar.</param>
/// <param name="Note">How it was measured; may be empty.</param>
internal sealed record Score(string Set, string Measure, double Value, double? Bar, string Note);

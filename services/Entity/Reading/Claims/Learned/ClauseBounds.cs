namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>From which belief on the model is heard against the rules; shares in (0, 1].</summary>
/// <param name="Drop">That a stretch is no claim: one of the rules' is dropped.</param>
/// <param name="Change">In another kind or mode, of the belief that it is a claim at all.</param>
/// <param name="Make">That a part is a claim of which no rule tells.</param>
/// <param name="Classify">In another class.</param>
internal sealed record ClauseBounds(float Drop, float Change, float Make, float Classify)
{
    /// <summary>Bounds to begin with.</summary>
    public static ClauseBounds Default { get; } = new(0.7f, 0.5f, 0.5f, 0.4f);
}

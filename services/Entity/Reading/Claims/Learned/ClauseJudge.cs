namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>Judges stretches of text by a trained model. Thread-safe.</summary>
internal sealed class ClauseJudge : IClauseJudge
{
    private readonly ClauseModel _model;

    /// <summary>A judge of a model.</summary>
    public ClauseJudge(ClauseModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <inheritdoc/>
    public string Version => _model.Card.Version;

    /// <inheritdoc/>
    public ClauseBounds Bounds => _model.Bounds;

    /// <summary>What the model says of itself.</summary>
    public Tagging.TaggerCard Card => _model.Card;

    /// <summary>A judge of the model that the assembly holds; takes some milliseconds, so do it once.</summary>
    public static ClauseJudge Load() => new(LoadModel());

    /// <summary>The model that the assembly holds.</summary>
    public static ClauseModel LoadModel()
    {
        using var stream = DataFile.Open("clause.model");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ClauseModelFile.Read(bytes);
    }

    /// <inheritdoc/>
    public ClauseVerdict Judge(TextSpan span, ClauseInput input, ClaimDraft? byRules)
    {
        ArgumentNullException.ThrowIfNull(input);
        var hidden = _model.Network.HiddenOf(ClauseModel.Inputs(_model.Vectors, input));
        for (var i = 0; i < hidden.Length; i++)
            hidden[i] = Math.Max(0, hidden[i]);
        return VerdictOf(_model.Network.OutputsOf([.. input.Signs.Concat(input.RuleSigns).Select(ClauseNetwork.RowOf)], hidden));
    }

    ClauseVerdict? IClauseJudge.Judge(TextSpan span, ClauseInput input, ClaimDraft? byRules) => Judge(span, input, byRules);

    /// <summary>Shares of belief from a network's outputs.</summary>
    public static ClauseVerdict VerdictOf(float[] outputs)
    {
        var classes = ClauseOutcomes.Count + ClauseClasses.All.Count;
        return new ClauseVerdict(Shares(outputs.AsSpan(0, ClauseOutcomes.Count)), Shares(outputs.AsSpan(ClauseOutcomes.Count, ClauseClasses.All.Count)), Share(outputs[classes]), Share(outputs[classes + 1]));
    }

    private static float Share(float output) => 1 / (1 + MathF.Exp(-output));

    private static float[] Shares(ReadOnlySpan<float> outputs)
    {
        var shares = outputs.ToArray();
        var most = shares.Max();
        var sum = 0f;
        for (var i = 0; i < shares.Length; i++)
            sum += shares[i] = MathF.Exp(shares[i] - most);
        for (var i = 0; i < shares.Length; i++)
            shares[i] /= sum;
        return shares;
    }
}

namespace Truceline.Entity.Reading.Tagging;

/// <summary>A trained model. Immutable once it is built, safe to share between threads.</summary>
/// <param name="Card">What it says of itself.</param>
/// <param name="Encoder">Its words, vectors and lexicon.</param>
/// <param name="Weights">Its network.</param>
internal sealed record TaggerModel(TaggerCard Card, WordEncoder Encoder, NetworkWeights Weights);

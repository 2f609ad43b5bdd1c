using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>A trained model. Immutable, safe to share between threads.</summary>
/// <param name="Card">What it says of itself.</param>
/// <param name="Clusters">Its words.</param>
/// <param name="Tags">Weights of parts of speech; an outcome is a <see cref="UPos"/>.</param>
/// <param name="Moves">Weights of the parser's moves; an outcome is a <see cref="Move"/>.</param>
internal sealed record SyntaxModel(TaggerCard Card, WordClusters Clusters, FeatureTable Tags, FeatureTable Moves);

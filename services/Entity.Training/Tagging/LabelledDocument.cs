using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Tagging;

/// <summary>A text to learn from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Views">What its tokens may be, by the guidelines of one or more profiles.</param>
/// <param name="Repeat">How often it is looked at in a pass over all.</param>
internal sealed record LabelledDocument(SegmentedText Text, IReadOnlyList<LabelView> Views, int Repeat = 1);

/// <summary>What the tokens of a text may be by one profile's guidelines.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Allowed">For each token the set of labels that the annotation leaves open; never empty.</param>
internal sealed record LabelView(TaggingProfile Profile, ulong[] Allowed);

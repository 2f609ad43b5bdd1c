using System.Globalization;

namespace Truceline.Entity.UnitTests.Agreements;

/// <summary>The agreement texts and the obligations expected of them fit together. Nothing is read here.</summary>
public sealed class AgreementTextTests
{
    private static readonly string[] Modalities = ["duty", "prohibition", "permission", "limit", "declaration"];

    private static readonly string[] Actions =
    [
        "canton_forces", "cease_fire", "create_zone", "declare", "delineate", "demine", "deploy", "exchange_prisoners", "free_movement", "humanitarian_access", "inform",
        "limit", "monitor", "patrol", "permit", "refrain", "restore_transit", "return_displaced", "transfer_territory", "withdraw_forces", "withdraw_weapons",
    ];

    public static TheoryData<string> Texts => [.. AgreementText.Names];

    [Fact]
    public void Load_AllTexts_TwelveAgreementsOfWhichOneOnlyDescribes()
    {
        var agreements = AgreementText.Names.Select(AgreementText.Load).ToList();

        Assert.Equal(12, agreements.Count);
        Assert.Equal("cyprus", Assert.Single(agreements, a => a.Obligations.Count == 0).Id);
        Assert.True(agreements.Sum(a => a.Obligations.Count) >= 50);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Load_Text_ObligationsQuoteIt(string name)
    {
        var agreement = AgreementText.Load(name);

        Assert.Equal(name, agreement.Id);
        Assert.Equal(agreement.Obligations.Count, agreement.Obligations.Select(o => o.N).Distinct().Count());
        Assert.All(agreement.Obligations, o =>
        {
            Assert.Equal(o.Clause, agreement.Text[o.Span[0]..o.Span[1]]);
            Assert.NotEmpty(o.Party);
            Assert.All(o.Quoted, q => Assert.Contains(q, agreement.Text, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Load_Text_ModalitiesActionsAndTermsAreInRange(string name) =>
        Assert.All(AgreementText.Load(name).Obligations, o =>
        {
            Assert.Contains(o.Modality, Modalities);
            Assert.Contains(o.Action, Actions);
            Assert.Equal(o.Modality == "limit", o.Limit is > 0);
            Assert.All(new[] { o.From, o.Start, o.Deadline }.OfType<ExpectedTerm>(), t =>
            {
                Assert.True(t.Value is not null || t.Relative is not null, o.N);
                Assert.True(t.Value is null || DateTimeOffset.TryParse(t.Value, CultureInfo.InvariantCulture, out _), t.Value);
            });
        });
}

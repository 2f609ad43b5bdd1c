using Truceline.ServiceDefaults.Events;

namespace Truceline.ServiceDefaults.UnitTests;

public class ContentHashTests
{
    [Fact]
    public void Of_KnownParts_IsTheHashOfLengthsAndBytes() =>
        // printf '\0\0\0\3abc\0\0\0\0' | sha256sum
        Assert.Equal("sha256:2ddb14a1438cb06f0658085e174f50efba5cfb97b27cfcc9d5c69735e9602e1e", ContentHash.Of("abc", ""));

    [Fact]
    public void Of_PartsCutElsewhere_Differs() => Assert.NotEqual(ContentHash.Of("ab", "c"), ContentHash.Of("a", "bc"));

    [Fact]
    public void Of_TheSameParts_IsTheSame() => Assert.Equal(ContentHash.Of("ä", "b"), ContentHash.Of("ä", "b"));
}

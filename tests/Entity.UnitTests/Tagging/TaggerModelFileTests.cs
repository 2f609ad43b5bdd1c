using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.UnitTests.Tagging;

public sealed class TaggerModelFileTests
{
    [Fact]
    public void Write_ModelThatWasRead_MakesTheSameBytes()
    {
        var bytes = ShippedBytes();

        Assert.Equal(bytes, TaggerModelFile.Write(TaggerModelFile.Read(bytes)));
    }

    [Fact]
    public void Read_ChangedByte_IsRefused()
    {
        var bytes = ShippedBytes();
        bytes[bytes.Length / 2] ^= 1;

        var thrown = Assert.Throws<InvalidDataException>(() => TaggerModelFile.Read(bytes));

        Assert.Contains("damaged", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100)]
    public void Read_CutOff_IsRefused(int length)
    {
        var bytes = ShippedBytes().AsSpan(0, length).ToArray();

        Assert.Throws<InvalidDataException>(() => TaggerModelFile.Read(bytes));
    }

    private static byte[] ShippedBytes()
    {
        using var stream = DataFile.Open("tagger.model");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Learned;

namespace Truceline.Entity.UnitTests.Claims.Learned;

public sealed class ClauseModelFileTests
{
    private const int LargestFile = 3 * 1024 * 1024;

    [Fact]
    public void Write_ModelThatWasRead_MakesTheSameBytes()
    {
        var bytes = ShippedBytes();

        Assert.Equal(bytes, ClauseModelFile.Write(ClauseModelFile.Read(bytes)));
        Assert.True(bytes.Length <= LargestFile, $"{bytes.Length} bytes");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(600)]
    [InlineData(-40)]
    [InlineData(-1)]
    public void Read_ChangedByte_IsRefused(int at)
    {
        var bytes = ShippedBytes();
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;

        var thrown = Assert.Throws<InvalidDataException>(() => ClauseModelFile.Read(bytes));

        Assert.Equal("The clause model is damaged: its hash does not fit.", thrown.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100)]
    public void Read_CutOff_IsRefused(int length) =>
        Assert.Throws<InvalidDataException>(() => ClauseModelFile.Read(ShippedBytes().AsSpan(0, length).ToArray()));

    [Fact]
    public void Read_FileOfAnotherModel_IsRefused()
    {
        using var stream = DataFile.Open("syntax.model");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        Assert.Equal("The file is no clause model.", Assert.Throws<InvalidDataException>(() => ClauseModelFile.Read(bytes)).Message);
    }

    private static byte[] ShippedBytes()
    {
        using var stream = DataFile.Open("clause.model");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

namespace CpAssistant.Figures;

/// <summary>Reads the kept figures.</summary>
public abstract class FigureStore
{
    public abstract Figures Of(FigureQuery query);
}

/** The pieces of ECharts that the lab draws with, and no others; loaded when the first chart is on a page. */
import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, TooltipComponent, LegacyGridContainLabel, CanvasRenderer]);

export { init };
export type { ECharts } from 'echarts/core';
